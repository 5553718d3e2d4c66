package dev.holdfast.analysis.retention;

import dev.holdfast.rulebook.Rule;

/**
 * What is wrong with a field that keeps a collection.
 *
 * @param rule the rule it breaks
 * @param growth where it first grows by what comes in
 * @param definite whether all that can reach it is in view and nothing is ever taken out
 * @param uncalled name of a method that would take something out and is called by nobody in view,
 *     or null
 */
record Verdict(Rule rule, Growth growth, boolean definite, String uncalled) {}
