package fr.minutier.mail;

import java.util.List;

/**
 * A letter in plain text.
 *
 * @param to addresses, at least one
 * @param subject on one line
 */
public record Letter(List<String> to, String subject, String text) {
    /** Refuses a letter to nobody, and a subject that would begin another line of the message's head. */
    public Letter {
        to = List.copyOf(to);
        if (to.isEmpty() || subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a letter has an address and a subject of one line");
        }
    }
}
