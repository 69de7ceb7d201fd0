package fr.minutier.typesetting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name by which a template speaks of a record component. A {@code String} is required, a {@code @Nullable String}
 * optional, a {@code boolean} a condition, a nested record gives dotted names, a list of records or of strings repeats.
 * A {@code LocalDate} prints in words; an {@code enum}, or a {@code String} with {@link #mots}, prints as the word of that
 * key. Nothing else may stand in an act's record.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Champ {
    /** The French name, letters, digits, {@code _} and {@code -}. */
    String value();

    /** One line of French help, shown when a template names the field wrongly, and in the page that lists all fields. */
    String aide();

    /** The section of the shared words in which the value is a key; empty when the value prints as it is. */
    String mots() default "";
}
