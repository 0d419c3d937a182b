/* What from_c.c does, for the tests in C++. */
#ifndef COMITY_TESTS_FROM_C_H
#define COMITY_TESTS_FROM_C_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Opens the pack, asks once, copies the text of the reply (cut to `room`, ended by 0), closes everything. The status; -1:
 * no session or no reply. */
int ask_from_c(const void* pack, size_t pack_size, const char* verb, const char* request,
               char* text, size_t room);

#ifdef __cplusplus
}
#endif
#endif
