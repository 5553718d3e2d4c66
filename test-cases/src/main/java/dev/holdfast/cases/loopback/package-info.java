/** Peers on the loopback interface that the incidents are replayed against. */
package dev.holdfast.cases.loopback;
