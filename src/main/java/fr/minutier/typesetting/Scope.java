package fr.minutier.typesetting;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The record, and inside repetitions the items, that a template is being filled from. */
record Scope(Object item, @Nullable Scope outer) {

    /**
     * A field as the template names it, found at load: how many scopes outwards it lives, and the way to it from there.
     * An empty way is the item itself.
     *
     * @param printed the words for its value
     */
    record Field(String name, Vocabulary.Kind kind, int outwards, List<Method> way, Function<Object, String> printed) {

        /** A repetition has scopes of its own; conditions have none. */
        boolean repeats() {
            return kind == Vocabulary.Kind.RECORDS || kind == Vocabulary.Kind.TEXTS;
        }
    }

    Object value(Field field) {
        Object value = valueOrNull(field);
        if (value == null) {
            throw new MissingField(field.name());
        }
        return value;
    }

    /** The words to print. A required field without any stops the act. */
    String text(Field field) {
        Object value = valueOrNull(field);
        String text = value == null ? "" : field.printed().apply(value);
        if (isBlank(text)) {
            if (field.kind() == Vocabulary.Kind.OPTIONAL_TEXT) {
                return "";
            }
            throw new MissingField(field.name());
        }
        return text;
    }

    /** Whether a section on this field is kept: a list with items, a true condition, an optional field with a value. */
    boolean holds(Field field) {
        return switch (field.kind()) {
            case CONDITION -> (Boolean) value(field);
            case RECORDS, TEXTS -> !items(field).isEmpty();
            default -> !text(field).isEmpty();
        };
    }

    List<?> items(Field field) {
        return (List<?>) value(field);
    }

    /** Does {@code body} once for each item of a list, or once if a condition holds; inverted, once if nothing holds. */
    void forEach(Field field, boolean inverted, Consumer<Scope> body) {
        if (inverted) {
            if (!holds(field)) {
                body.accept(this);
            }
        } else if (field.repeats()) {
            for (Object item : items(field)) {
                body.accept(new Scope(item, this));
            }
        } else if (holds(field)) {
            body.accept(this);
        }
    }

    private @Nullable Object valueOrNull(Field field) {
        Scope scope = this;
        for (int i = 0; i < field.outwards(); i++) {
            scope = Objects.requireNonNull(scope.outer);
        }
        Object value = scope.item;
        for (Method step : field.way()) {
            if (value == null) {
                return null;
            }
            try {
                value = step.invoke(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(step.toString(), e);
            }
        }
        return value;
    }

    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return false;
            }
        }
        return true;
    }
}
