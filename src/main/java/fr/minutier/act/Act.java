package fr.minutier.act;

/**
 * One act to print.
 *
 * @param number printed on it and kept in the register; unique
 * @param version 1 for the first issue
 * @param candidate number of the candidate, empty for the minutes
 * @param path of its file inside the session's folder
 * @param title of the document, for readers and archives
 * @param record all that it prints
 */
public record Act(
        ActKind kind,
        String number,
        int version,
        String candidate,
        String path,
        String title,
        boolean draft,
        Record record) {}
