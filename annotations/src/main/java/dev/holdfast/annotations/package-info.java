/**
 * The words of Holdfast: what must be released, given back or bounded, written on the member
 * itself. For code that cannot be edited the same words stand in a stub file. Each word also stands
 * on annotation types: an annotation that carries a word means the word.
 */
package dev.holdfast.annotations;
