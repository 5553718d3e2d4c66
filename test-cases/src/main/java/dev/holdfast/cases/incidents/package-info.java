/**
 * Production incidents, retold in Java: what stood there, what stands there now, and a run that
 * shows the difference.
 */
package dev.holdfast.cases.incidents;
