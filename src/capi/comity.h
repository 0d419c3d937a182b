/* Comity as a C library: the law pack as bytes in memory, a verb and a JSON request in, one JSON document out.
 *
 * Guarantees: no file is opened, no socket, no thread; nothing about a case outlives the reply that tells of it. No C++
 * exception and no signal handler crosses this boundary. Equal pack, request and `today` give equal bytes, and they are the
 * bytes that `comity VERB --json` prints. One session may be called from several threads at once.
 * Leaves to the caller: where the pack comes from, and when to ask.
 *
 * The whole of it in C:
 *
 *     comity_session *session = comity_open(pack, pack_size);
 *     comity_reply *reply = comity_call(session, "check", request, strlen(request));
 *     fwrite(reply->text, 1, reply->size, stdout);
 *     comity_free(reply);
 *     comity_close(session);
 *
 * The verbs and the keys of their requests are in docs/c-abi.md.
 */
#ifndef COMITY_H
#define COMITY_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_WIN32)
#define COMITY_API __declspec(dllexport)
#elif defined(__GNUC__)
#define COMITY_API __attribute__((visibility("default")))
#else
#define COMITY_API
#endif

/* Changes when a function or the struct below does. */
#define COMITY_ABI 1

/* What came of a call; the numbers are the exit statuses of the program. */
enum {
  COMITY_ANSWERED = 0, /* `text` is the verb's document */
  COMITY_BAD_INPUT =
      2, /* the request or the case in it cannot be used: `text` is a problem that says where and why */
  COMITY_BAD_LAW =
      3, /* the pack was refused: `text` is a problem; every call of the session gives it */
  COMITY_INTERNAL =
      4 /* a promise of the library was broken, or memory ran out: `text` is a problem */
};

/* The library's own; read it, then give it back to comity_free. In wasm32 three 32-bit words. */
typedef struct comity_reply {
  int32_t status;
  const char* text; /* JSON in UTF-8, with a 0 byte after it */
  size_t size;      /* of the text, in bytes, without that 0 */
} comity_reply;

typedef struct comity_session comity_session;

COMITY_API uint32_t comity_abi(void);        /* COMITY_ABI of the library that is linked */
COMITY_API const char* comity_version(void); /* "0.1.0"; nobody frees it */

/* Opens the law in `pack`. The bytes must stay as they are until comity_close; where they do not begin at a multiple of 16
 * the session takes a copy. A pack that is refused (wrong hash, signature, version) still gives a session, whose calls all
 * reply COMITY_BAD_LAW. NULL only when memory ran out. */
COMITY_API comity_session* comity_open(const void* pack, size_t pack_size);
COMITY_API void comity_close(comity_session* session); /* NULL is let pass */

/* Answers one request. `verb` ends in 0; `request` is a JSON object of `request_size` bytes (none: an empty object).
 * NULL only when memory ran out. */
COMITY_API comity_reply* comity_call(const comity_session* session, const char* verb,
                                     const char* request, size_t request_size);
/* Overwrites the text before its memory is given back. NULL is let pass. */
COMITY_API void comity_free(comity_reply* reply);

/* Memory that a caller in another language writes its bytes into: pack and requests. Begins at a multiple of 16. NULL when
 * there is none left. comity_release overwrites what stood there. */
COMITY_API void* comity_allocate(size_t size);
COMITY_API void comity_release(void* memory, size_t size);

#ifdef __cplusplus
}
#endif
#endif
