package fr.minutier.bordereau.reader;

/**
 * One CSV file of a session, in a folder or in an archive.
 *
 * @param name its own name, without folders
 * @param bytes how to read it whole
 */
record CsvFile(String name, Bytes bytes) {

    /** Reads a file into memory. */
    @FunctionalInterface
    interface Bytes {
        /**
         * The whole content of the file.
         *
         * @param shown how a person names the file, for the refusal
         */
        byte[] read(String shown) throws Refusal;
    }
}
