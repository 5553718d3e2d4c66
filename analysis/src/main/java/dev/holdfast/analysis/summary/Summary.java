package dev.holdfast.analysis.summary;

import java.util.List;
import java.util.Set;

/**
 * What a body does, inferred.
 *
 * @param fates for each entry register what happens to the object in it by the time of a normal end
 * @param fields for each entry register the field of the receiver it is stored in, or null
 * @param heldOnThrow entry registers whose object is still held on some exceptional end
 * @param fresh the duty that the result carries because the body acquired it, or null
 * @param throwsUnchecked whether an unchecked exception is thrown explicitly and leaves the body
 * @param nullTest what the boolean result says about an entry register, or null
 * @param complete whether no budget cut it short and no recursion was met
 */
public record Summary(
    List<Role> fates,
    List<String> fields,
    Set<Integer> heldOnThrow,
    Acquisition fresh,
    boolean throwsUnchecked,
    Meaning.NullTest nullTest,
    boolean complete) {}
