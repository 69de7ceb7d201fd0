package fr.minutier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What the product may use at most, by {@code limits.properties}. */
public final class Limits {
    private static final Properties LIMITS = new Properties();

    static {
        try (InputStream file = Limits.class.getResourceAsStream("/limits.properties")) {
            LIMITS.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Limits() {}

    /** Fails, and says by how much, when more was counted than the limit of that name allows. */
    public static void hold(String name, double counted) {
        double limit = Double.parseDouble(LIMITS.getProperty(name));
        assertThat(counted)
                .as(() -> String.format(
                        Locale.ROOT,
                        "%s: %.1f counted, limit %.1f, exceeded by %.1f %%",
                        name,
                        counted,
                        limit,
                        100 * (counted / limit - 1)))
                .isPositive()
                .isLessThanOrEqualTo(limit);
    }
}
