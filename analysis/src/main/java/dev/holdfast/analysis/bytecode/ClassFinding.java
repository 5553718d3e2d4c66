package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ir.MethodRef;

/**
 * A finding in a class file, with the method its programmer would name.
 *
 * @param finding what is wrong; the handles of its sites are {@link Place}s
 * @param method the method declared in the source: for a lambda the one it is written in
 */
public record ClassFinding(Finding finding, MethodRef method) {}
