# harden.cmake - what makes a mistake in the sources harder to use: flags of the
# compiler and the linker, where they have them.  tests/hardening.sh proves it.
include(CheckCSourceCompiles)

# A program that is linked, too: some take a flag whose library is not there.
set(HARDEN_PROBE "#include <string.h>
int main(int argc, char **argv)
{
	char text[64];
	strncpy(text, argv[argc - 1], sizeof(text) - 1);
	return text[0];
}")

# Sets RESULT if the compiler takes FLAG without a word, and the linker what
# follows.
function(sipcode_takes RESULT FLAG)
  set(CMAKE_REQUIRED_FLAGS "-Werror ${FLAG}")
  set(CMAKE_REQUIRED_LINK_OPTIONS ${ARGN})
  check_c_source_compiles("${HARDEN_PROBE}" ${RESULT})
  set(${RESULT} ${${RESULT}} PARENT_SCOPE)
endfunction()

# MinGW would want one more library for it, where the program runs, too.
sipcode_takes(SIPCODE_HAS_STACK_PROTECTOR -fstack-protector-strong)
if(SIPCODE_HAS_STACK_PROTECTOR AND NOT MINGW)
  add_compile_options(-fstack-protector-strong)
endif()

# What follows is of ELF: on other systems it is the default or is not there.
if(NOT CMAKE_EXECUTABLE_FORMAT STREQUAL "ELF")
  return()
endif()

sipcode_takes(SIPCODE_HAS_STACK_CLASH -fstack-clash-protection)
if(SIPCODE_HAS_STACK_CLASH)
  add_compile_options(-fstack-clash-protection)
endif()
# The linker marks the program if what it gets from the C library is marked,
# too.
sipcode_takes(SIPCODE_HAS_CET -fcf-protection=full)
sipcode_takes(SIPCODE_HAS_BTI -mbranch-protection=standard)
if(SIPCODE_HAS_CET)
  add_compile_options(-fcf-protection=full)
elseif(SIPCODE_HAS_BTI)
  add_compile_options(-mbranch-protection=standard)
endif()

# This needs optimisation.  Sanitizers look closer, and are misled by it.  Who
# sets a level, as Debian does, knows which one.  Level 3 needs more functions of
# the C library, whose look-up at every start costs 2,300 instructions.
if(NOT CMAKE_C_FLAGS MATCHES "-fsanitize|_FORTIFY_SOURCE")
  foreach(KIND Release RelWithDebInfo MinSizeRel)
    add_compile_options("$<$<CONFIG:${KIND}>:SHELL:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>")
  endforeach()
endif()

# Position-independent code; what is for the shared library is already.  Static
# programs with an address of their own need another start file, which not
# every C library has (and musl-gcc never takes).
set(HARDEN_PIE -pie)
set(HARDEN_STATIC -static)
if(SIPCODE_STATIC OR CMAKE_EXE_LINKER_FLAGS MATCHES "-static")
  set(HARDEN_PIE "")
  if(NOT CMAKE_EXE_LINKER_FLAGS MATCHES "-static")
    # musl-gcc links without a word, and makes a program with an interpreter.
    execute_process(COMMAND ${CMAKE_C_COMPILER} -static-pie -###
      -x c /dev/null ERROR_VARIABLE HARDEN_LINK OUTPUT_QUIET)
    if(HARDEN_LINK MATCHES "rcrt1\\.o")
      sipcode_takes(SIPCODE_HAS_STATIC_PIE -fPIE -static-pie)
    endif()
    if(SIPCODE_HAS_STATIC_PIE)
      set(HARDEN_PIE -static-pie)
      set(HARDEN_STATIC -static-pie)
    endif()
  endif()
else()
  sipcode_takes(SIPCODE_HAS_PIE -fPIE -pie)
  if(NOT SIPCODE_HAS_PIE)
    set(HARDEN_PIE "")
  endif()
endif()
if(HARDEN_PIE)
  add_compile_options(
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:POSITION_INDEPENDENT_CODE>>>:-fPIE>)
  add_link_options(
    $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:${HARDEN_PIE}>)
endif()

# All addresses are filled in at the start, and are then read only.  So that
# this costs little, what is never called is no part of a program.
foreach(FLAG -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,--gc-sections)
  string(MAKE_C_IDENTIFIER "SIPCODE_HAS${FLAG}" NAME)
  sipcode_takes(${NAME} "" ${FLAG})
  if(${NAME})
    add_link_options(${FLAG})
  endif()
endforeach()
add_compile_options(-ffunction-sections)
