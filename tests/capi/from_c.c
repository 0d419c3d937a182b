/* The header as a C program uses it: this file is compiled as C. */
#include "capi/from_c.h"

#include <string.h>

#include "capi/comity.h"

int ask_from_c(const void* pack, size_t pack_size, const char* verb, const char* request,
               char* text, size_t room) {
  int status = -1;
  comity_session* session = comity_open(pack, pack_size);
  comity_reply* reply = session ? comity_call(session, verb, request, strlen(request)) : NULL;
  if (reply) {
    size_t size = reply->size < room - 1 ? reply->size : room - 1;
    memcpy(text, reply->text, size);
    text[size] = 0;
    status = (int)reply->status;
  }
  comity_free(reply);
  comity_close(session);
  return status;
}
