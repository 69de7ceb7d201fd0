/**
 * Letters handed over to a mail server, one at a time: where the server is, how it is spoken to, what it refused. Knows
 * nothing of juries, and keeps nothing: what was sent, and what to do about a refusal, is remembered by who sends.
 */
@NullMarked
package fr.minutier.mail;

import org.jspecify.annotations.NullMarked;
