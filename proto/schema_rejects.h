/* The refusals. */
#ifndef PROTO_SCHEMA_REJECTS_H
#define PROTO_SCHEMA_REJECTS_H

/* Refusals: a typed answer to a request. J(number, NAME, text as a gettext msgid: says what to do)
 */
#define REJECT_TABLE(J)                                                                            \
    J(0, OK, "done")                                                                               \
    J(1, BAD_MESSAGE, "The message could not be read.")                                            \
    J(2, UNKNOWN_MESSAGE, "This dispatcher does not know that request.")                           \
    J(3, MISSING_FIELD, "A field is missing.")                                                     \
    J(4, BAD_FIELD, "A field has a value that is not allowed.")                                    \
    J(5, TOO_LONG, "A field is too long.")                                                         \
    J(6, BAD_TEXT, "A text has characters that are not allowed.")                                  \
    J(7, NOT_SIGNED_IN, "Sign in first.")                                                          \
    J(8, SIGN_IN_FAILED, "Number or password is not right, or signing in is not possible now.")    \
    J(9, DENIED, "You may not do this.")                                                           \
    J(10, NO_SUCH, "There is no such entry.")                                                      \
    J(11, BAD_STATE, "This is not possible in the present state.")                                 \
    J(12, EXISTS, "This code or number is taken, also when its entry has been retired.")           \
    J(13, STALE, "Somebody else changed it meanwhile. Look again, then repeat.")                   \
    J(14, BUSY, "Too much is waiting. Try again in a moment.")                                     \
    J(15, NO_SPACE,                                                                                \
      "The disk is full: nothing can be written until an administrator frees space.")              \
    J(16, FAILED, "The operation failed; see the detail.")                                         \
    J(17, PAST, "That time lies in the past. Give a later one.")                                   \
    J(18, TOO_LATE, "The time in which this was allowed is over.")                                 \
    J(19, TOO_MANY, "This has been done as often as is allowed.")                                  \
    J(20, TOO_FAR, "That time is later than is allowed. Give an earlier one.")                     \
    J(21, INCOMPLETE, "Something that has to come first is missing.")                              \
    J(22, CIRCLE, "This would lead in a circle, back to where it begins.")                         \
    J(23, IRREGULAR, "This part of the reply says too little. Say what was done.")                 \
    J(24, NEEDS_NAME,                                                                              \
      "This type of matter may not be anonymous: give the caller's name and phone.")               \
    J(25, ACCUSED, "The report accuses this unit: it must not get it. Choose another.")            \
    J(26, BAD_CALENDAR, "The calendar does not add up; the limit is the line's number.")           \
    J(27, NEEDS_LEADER, "A leader's approval is needed for this. Name the leader.")                \
    J(28, NEEDS_HEAD, "A redo is signed by the unit's head.")                                      \
    J(29, NOT_PUBLIC, "A reply to this ticket goes to the caller only: make it private.")          \
    J(30, NOT_CLEARED, "A trainee takes no real calls until cleared by a team lead.")              \
    J(31, TAKEN, "Somebody else was faster: it is in other hands already.")                        \
    J(32, NOT_TO_CALL, "This number does not want to be called.")                                  \
    J(33, NOT_VERIFIED, "The caller's identity is to be checked first, by somebody authorised.")   \
    J(34, BAD_TREE, "The tree does not add up; the limit is the line's number.")

#endif
