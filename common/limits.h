/* Every limit of the product, once. What a person can hit is shown to them before they hit it, and
 * each limit is tested at its edge and one past it. Bytes unless the name says otherwise. */
#ifndef COMMON_LIMITS_H
#define COMMON_LIMITS_H

enum {
    /* words and codes */
    LIMIT_CODE = 24,        /* unit, line, subject codes; person and station numbers */
    LIMIT_NAME = 120,       /* names of people, units, lines, subjects: 40 Chinese characters */
    LIMIT_PHONE = 32,       /* a phone number as dialled */
    LIMIT_ADDRESS = 600,    /* 200 Chinese characters */
    LIMIT_MATTER = 12000,   /* 4,000 Chinese characters */
    LIMIT_REPLY = 12000,    /* likewise */
    LIMIT_NOTE = 1500,      /* notes, reasons, opinions: 500 Chinese characters */
    LIMIT_SCRIPT = 3000,    /* greetings, prompts: 1,000 Chinese characters */
    LIMIT_PASSWORD_MIN = 8, /* characters are not counted, bytes are */
    LIMIT_PASSWORD = 128,
    LIMIT_PATH = 1024,
    LIMIT_TIME_N = 10000,       /* a time limit, in days or hours */
    LIMIT_LEVEL = 3,            /* levels of supervision */
    LIMIT_POINTS = 100,         /* points entered by hand */
    LIMIT_CALENDAR = 32 * 1024, /* a working calendar's file */
    LIMIT_CALENDAR_DAYS = 4000, /* days that one calendar covers */
    LIMIT_FOLLOW_LOOK = 1000,   /* tickets looked at in one step after a calendar was loaded */
    LIMIT_FOLLOW_MOVE = 100,    /* deadlines moved in it */
    LIMIT_COUNITS = 20,         /* co-units of one ticket */
    LIMIT_FIELDS = 40,          /* form fields that apply to one ticket */
    LIMIT_SKILL = 9,            /* the least level of a skill; 1 is the best */
    LIMIT_SKILLS = 16,          /* skills of one person */
    LIMIT_QUEUES = 50,          /* queues, those of lines among them */
    LIMIT_WAIT_S = 86400,       /* seconds of a queue's rules */
    LIMIT_WAIT_MIN = 1440,      /* minutes until an alert goes to the next */
    LIMIT_POSTS = 20,           /* posts of an alert plan */
    LIMIT_PLACES = 9,           /* people at one post */
    LIMIT_NODES = 60,           /* nodes of a troubleshooting tree */
    LIMIT_STAFF = 10000,        /* agents that staffing reckons with */
    LIMIT_NODE = 9999,          /* the greatest number of one */
    LIMIT_ANSWERS = 9,          /* ways on from one */
    LIMIT_POSITION = 200,       /* a position in a queue is counted up to here */
    LIMIT_LOOK = 64,            /* calls of one queue that are looked at for an agent */
    LIMIT_LINKS = 1000,         /* links of one ticket: a burst main is reported by many */

    /* the wire */
    LIMIT_MESSAGE = 64 * 1024, /* one message frame */
    LIMIT_DEPTH = 16,          /* nesting of a message */
    LIMIT_KEYS = 128,          /* fields of one map of a message */
    LIMIT_PAGE = 200,          /* rows of one page */
    LIMIT_SIGN_INS = 4,        /* password checks of one station that wait at once */
    LIMIT_POOL_QUEUE = 256,    /* questions waiting for a reader */

    /* the screen */
    LIMIT_COLUMNS = 500,
    LIMIT_ROWS = 300,
    LIMIT_UNDO = 1000,         /* steps of one editor */
    LIMIT_PASTE = 1024 * 1024, /* bracketed paste taken in one go */
    LIMIT_CELL = 20,           /* one cell: a spacing character and up to four marks */
    LIMIT_SEQUENCE = 16,       /* an escape sequence of a key */

    /* files and output */
    LIMIT_SETTING = 255,             /* one text in a configuration file */
    LIMIT_SETTINGS_FILE = 64 * 1024, /* a configuration file */
    LIMIT_LOG_LINE = 2048,           /* one line of the log, cut past it */
    LIMIT_JSON = 64 * 1024 * 1024,   /* JSON written into memory */
    LIMIT_JSON_DEPTH = 32,           /* its nesting */
};

#endif
