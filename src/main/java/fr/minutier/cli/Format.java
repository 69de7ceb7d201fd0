package fr.minutier.cli;

import picocli.CommandLine.Option;

/** The option that says whether a person or a program reads the answer. */
final class Format {
    /** The words for it on the command line. */
    enum Kind {
        TEXTE,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "texte (par défaut) ou json, pour un autre programme\u00a0: sur la sortie standard, et rien d’autre.")
    Kind kind = Kind.TEXTE;

    /** Whether a program reads it. */
    boolean json() {
        return kind == Kind.JSON;
    }
}
