/** Near misses, one shape a method: what each rule must flag and what it must let pass. */
package dev.holdfast.cases.edges;
