// An answer is made of some ten thousand small pieces of memory, taken and given back by several threads at once: with
// mimalloc's new and delete the server answers up to twice as many questions a second (bench/serve.sh).
#include <mimalloc-new-delete.h>
