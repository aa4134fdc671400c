/* What a lead can want of the wall, and the keys for it: the bar, the help and the palette come
 * from here. The same key may stand for two things that never make sense at once. */
#ifndef CLIENT_WALL_KEYS_H
#define CLIENT_WALL_KEYS_H

enum wall_intent {
    WALL_BY_STATE,
    WALL_BY_NUMBER,
    WALL_PAUSE,
    WALL_GO_ON,
    WALL_PAGE_DOWN,
    WALL_PAGE_UP,
    WALL_FIRST_PAGE,
    WALL_LAST_PAGE,
    WALL_ASK,
    WALL_SURGE_END_NOW, /* confirmed */
};

/* B(key, intent, label, help, on the bar); the most needed ones first. */
#define WALL_KEYS(B)                                                                               \
    B(K_ON(F2), WALL_BY_STATE, N_("By state"),                                                     \
      N_("Sort the agents by state, whoever needs help first, then by time in it"), true)          \
    B(K_ON(F2), WALL_BY_NUMBER, N_("By number"), N_("Sort the agents by number"), true)            \
    B(K_ON(F3), WALL_PAUSE, N_("Pause"), N_("Hold the figures still, to read them"), true)         \
    B(K_ON(F3), WALL_GO_ON, N_("Go on"), N_("Show live figures again"), true)                      \
    B(K_ON(PAGE_DOWN), WALL_PAGE_DOWN, N_("More agents"), N_("Show the next agents"), true)        \
    B(K_ON(PAGE_UP), WALL_PAGE_UP, N_("Earlier agents"), N_("Show the agents before these"), true) \
    B(K_ON(HOME), WALL_FIRST_PAGE, N_("First agents"), N_("Show the first agents"), false)         \
    B(K_ON(END), WALL_LAST_PAGE, N_("Last agents"), N_("Show the last agents"), false)             \
    B(K_ON(F5), WALL_ASK, N_("Ask again"), N_("Ask the dispatcher for all figures and names now"), \
      false)

#endif
