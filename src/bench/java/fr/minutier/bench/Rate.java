package fr.minutier.bench;

/**
 * How fast documents came in one round.
 *
 * @param perProcessorSecond in a second of one thread's time on a processor, whatever else the machine did
 * @param perSecond by the clock
 * @param bytes of one document
 */
record Rate(double perProcessorSecond, double perSecond, double bytes) {}
