package fr.minutier.bench;

/** Something that makes a PDF of a statement, as well as it can: what can be kept from one to the next is kept. */
interface Peer {
    /** The PDF of one statement, in memory. */
    byte[] print(Content content) throws Exception;
}
