package fr.minutier.register;

/**
 * A file that is no act, found in the register.
 *
 * @param file the file
 * @param edition the latest published edition that bears it
 * @param current that edition is the one in force for its session
 */
public record RecordedFile(IssuedFile file, Edition edition, boolean current) {}
