/** Compilers and builds as separate processes, for the tests of every engine. */
package dev.holdfast.cases.builds;
