/** What every witness is held to: which lines of which files break which rule. */
package dev.holdfast.cases;
