/* Many couples at once through Arrow's C stream interface: batches of columns in, batches of columns out. No Arrow library
 * is needed on either side, and buffers are neither copied on the way in nor on the way out.
 *
 * Columns in: the flattened case format (`comity_columns`, docs/batch.md): `celebration.place`, `spouses.0.sex`, ...; a
 * null is an unknown fact, a column left out is a fact left out of every case. `id` is the caller's and handed through.
 *
 * Columns out, a row for each row in, in order:
 *     id                                as it came, where it came
 *     outcome, verdict                  of the answer
 *     letter.outcome, letter.verdict, letter.decided_by, courts.., authorities..
 *     depends_on                        paths of the facts that would change an outcome, with a space between two
 *     problem                           why the row could not be read; its other cells are null then
 * all of them utf8 in dictionaries.
 *
 * Guarantees: what `check` says of the row's case, it says (outcome, verdict, decided_by, depends_on). Memory grows with
 * the size of a batch and with the number of distinct answers, not with the number of rows.
 */
#pragma once
#include <stddef.h>
#include <stdint.h>

/* Of comity.h, as far as it is needed here. */
typedef struct comity_session comity_session;
typedef struct comity_reply comity_reply;
#ifndef COMITY_API
#define COMITY_API __attribute__((visibility("default")))
#endif

/* The structs of https://arrow.apache.org/docs/format/CDataInterface.html, unless a header of Arrow's came before. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};

#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Sets `out` to a stream of answers that draws batches from `in` as it is drawn from; it takes `in` over and releases it.
 * `request` is a JSON object of `request_size` bytes (none: an empty object):
 *     today     "2026-11-25"; the machine's day in UTC where it is left out
 *     forum, on, known_on, purpose      of every row; where left out, the columns question.forum, question.on, ..
 *     stance    "letter", "courts" or "authorities": columns outcome, verdict, decided_by of that stance only
 *     strict    true: presume nothing
 *     threads   how many work on one batch; 1 where it is left out
 * NULL when all is well. Otherwise a reply that says what cannot be used (a column that the case format does not have, a
 * type that does not fit), to be given to comity_free; `out` is then left alone and `in` released. The session must outlive
 * the stream. Errors met on the way are told by the stream's get_last_error. */
COMITY_API comity_reply* comity_batch(const comity_session* session, struct ArrowArrayStream* in,
                                      const char* request, size_t request_size,
                                      struct ArrowArrayStream* out);

/* The columns that comity_batch reads, as an Arrow schema of one struct, in the order of the case format; to be released
 * by the caller. 0: well. */
COMITY_API int comity_columns(const comity_session* session, struct ArrowSchema* out);

#ifdef __cplusplus
}
#endif
