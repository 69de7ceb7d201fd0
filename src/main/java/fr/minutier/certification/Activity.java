package fr.minutier.certification;

import java.util.List;

/**
 * A function of the référentiel, or an activity or a task inside one: its official label, exactly, and those that it is
 * divided into.
 *
 * @param code its number, or empty where the référentiel has none
 */
public record Activity(String code, String title, List<Activity> parts) {
    public Activity {
        parts = List.copyOf(parts);
    }
}
