# table.cmake - makes the table of the tiny program: the records of data/ here,
# the labels of the real data.
#
# cmake -DGENERATOR=... -DTINY=... -DDATA=... -DFOLDER=... -P table.cmake
#
# What the generator says of translations that are missing on purpose is shown
# only if the data are wrong.
file(REMOVE_RECURSE ${FOLDER}/data)
file(COPY ${TINY} DESTINATION ${FOLDER})
foreach(LANG en vi)
  file(COPY ${DATA}/${LANG}/labels.rec DESTINATION ${FOLDER}/data/${LANG})
endforeach()
execute_process(COMMAND ${GENERATOR} data table.c
  WORKING_DIRECTORY ${FOLDER}
  RESULT_VARIABLE STATUS ERROR_VARIABLE SAID)
if(NOT STATUS EQUAL 0)
  message(FATAL_ERROR "${SAID}")
endif()
