package fr.minutier.register;

/**
 * An act found in the register.
 *
 * @param act the act
 * @param edition the latest published edition that bears it
 * @param current that edition is the one in force for its session; otherwise the act was withdrawn
 * @param issuing the edition that issued it, whose day it bears; a correction leaves the acts of others as they are
 */
public record RecordedAct(IssuedAct act, Edition edition, boolean current, Edition issuing) {}
