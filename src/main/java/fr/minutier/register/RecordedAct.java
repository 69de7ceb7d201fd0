package fr.minutier.register;

/**
 * An act found in the register.
 *
 * @param act the act
 * @param edition the latest published edition that bears it
 * @param current that edition is the one in force for its session; otherwise the act was withdrawn
 */
public record RecordedAct(IssuedAct act, Edition edition, boolean current) {}
