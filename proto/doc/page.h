/* docs/protocol.md: the whole protocol for somebody who writes a client from it. */
#ifndef PROTO_DOC_PAGE_H
#define PROTO_DOC_PAGE_H

#include <stdio.h>

void protocol_print(FILE *out);

#endif
