package fr.minutier.act;

/**
 * One act to print.
 *
 * @param number printed on it and kept in the register; unique
 * @param version 1 for the first issue
 * @param candidate number of the candidate, empty for the minutes
 * @param path of its file inside the session's folder
 * @param draft whether it belongs to a provisional session
 * @param record all that it prints
 */
public record Act(
        ActKind kind, String number, int version, String candidate, String path, boolean draft, Record record) {}
