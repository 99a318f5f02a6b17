# Runs one fuzzer: always from the seeds alone and with the same random seed, so that a run can be repeated.
set(corpus "${WORK}/corpus")
file(REMOVE_RECURSE "${corpus}")
file(MAKE_DIRECTORY "${corpus}" "${WORK}/crashes")
execute_process(
    COMMAND "${PROGRAM}" -seed=1 -runs=200000 -max_total_time=8 -max_len=8192 -timeout=60 -rss_limit_mb=2048
        -print_final_stats=1 "-artifact_prefix=${WORK}/crashes/" ${DICTIONARY} "${corpus}" "${SEEDS}"
    RESULT_VARIABLE result
    ERROR_VARIABLE output)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "${output}\nThe input is kept in ${WORK}/crashes")
endif()
string(REGEX MATCH "stat::number_of_executed_units: *[0-9]+" units "${output}")
message(STATUS "${units}")
