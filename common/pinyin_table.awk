# Reads Unihan_Readings.txt, writes pinyin_table.h: for each Han character the first letter of its
# customary Mandarin reading (kMandarin lists that one first). Any awk will do, in the C locale.
BEGIN {
    FS = "\t"
    letters = "abcdefghijklmnopqrstuvwxyz"
    split("ā a á a ǎ a à a ē e é e ě e è e ê e ế e ề e ō o ó o ǒ o ò o ń n ň n ǹ n ḿ m", pairs, " ")
    for (i = 1; i in pairs; i += 2) plain[pairs[i]] = pairs[i + 1]
    print "/* Generated from the Unihan database by common/pinyin_table.awk; do not edit."
    print " * Unicode data files are copyright Unicode, Inc., see https://www.unicode.org/terms_of_use.html */"
    print "static const uint32_t pinyin_table[] = {"
}

function initial(reading,    mark) {
    if (index(letters, substr(reading, 1, 1)) > 0) return substr(reading, 1, 1)
    for (mark in plain)
        if (index(reading, mark) == 1) return plain[mark]
    return ""
}

/^U\+/ && $2 == "kMandarin" {
    letter = initial($3)
    code = substr($1, 3)
    order = substr("000000" code, length(code) + 1)
    if (letter == "" || order <= last) {
        print "pinyin_table.awk: cannot use line " NR ": " $0 > "/dev/stderr"
        failed = 1
        exit 1
    }
    last = order
    printf "0x%s%02x,\n", code, index(letters, letter) + 96
    count++
}

END {
    print "};"
    if (!failed && count < 20000) {
        print "pinyin_table.awk: only " count + 0 " readings: not the Unihan database" > "/dev/stderr"
        failed = 1
    }
    exit failed
}
