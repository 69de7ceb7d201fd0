package fr.minutier.cli;

/**
 * What is found of one document or code.
 *
 * @param status {@link ExitStatus#DONE}, {@link ExitStatus#WITHDRAWN} or {@link ExitStatus#UNKNOWN}
 * @param sentence in French, on one line
 */
record Finding(int status, String sentence) {}
