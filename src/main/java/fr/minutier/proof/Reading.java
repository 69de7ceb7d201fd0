package fr.minutier.proof;

/** What came of reading a code. */
public sealed interface Reading {
    /** A key of the office signed it: the claim is what the office said. */
    record Signed(Claim claim) implements Reading {}

    /** It names a key of the office, which did not sign this: nothing in it is to be believed. */
    record Forged(Claim claim) implements Reading {}

    /** The office has no key of that name. */
    record UnknownKey(Claim claim, String key) implements Reading {}

    /** It is no such code, or only a part of one. */
    record NoCode() implements Reading {}
}
