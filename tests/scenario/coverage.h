/* What all tests together have hit, and which scenario proves which rule. */
#ifndef TESTS_SCENARIO_COVERAGE_H
#define TESTS_SCENARIO_COVERAGE_H

#include <stdbool.h>

/* Reads every .hits file of the folder (those of scenarios that are gone are passed over) and
 * prints what nobody hit: commands, questions, refusals, facts, (state, event) pairs. edge: also
 * demand what only the whole dispatcher can be brought to. True: all was hit. */
bool coverage_print(const char *hits_folder, const char *scenario_folder, bool edge);
/* The table rule → scenarios. False: a scenario names a rule that rules.txt does not have. */
bool rules_print(const char *scenario_folder);

#endif
