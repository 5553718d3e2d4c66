/** What is known about APIs: words, facts, the stubs they stand in, and their look-up. */
package dev.holdfast.catalog;
