package fr.minutier.register;

import fr.minutier.PostgresOfTests;
import java.nio.file.Path;
import java.util.Map;

/** The two kinds of base that a register lives in: what holds for one holds for the other. */
public enum BaseOfTests {
    H2,
    POSTGRESQL;

    /** The environment of a program that is to use a new base of this kind. */
    public Map<String, String> environment() {
        return switch (this) {
            case H2 -> Map.of();
            case POSTGRESQL -> PostgresOfTests.newDatabase();
        };
    }

    /** A new base of this kind, empty. */
    public Base in(Path folder) {
        return in(folder, environment());
    }

    /** The base that this environment names. */
    public static Base in(Path folder, Map<String, String> environment) {
        return new Base(folder, Server.of(environment));
    }
}
