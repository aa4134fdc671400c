/* A line of a batch file into words: blanks part them, "…" and '…' hold them together, \n is a new
 * line and \ takes any other character as it is (not inside '…'), # begins a comment. */
#ifndef CLIENT_CTL_SPLIT_H
#define CLIENT_CTL_SPLIT_H

/* Cuts line in place; the number of words, or -1: a quote is open, or more than most. */
int split_words(char *line, char **words, int most);

#endif
