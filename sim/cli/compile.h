// From text to code: the two first arrows of the road put together, for vm_options.compile.
#ifndef CLI_COMPILE_H
#define CLI_COMPILE_H

#include "vm/vm.h"

// As vm_compile describes.
vm_compile compile_text;

#endif
