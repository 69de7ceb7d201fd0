package fr.minutier.cli;

import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli would say in English of a wrong use. */
final class FrenchMessages {
    private FrenchMessages() {}

    static String of(ParameterException exception) {
        return switch (exception) {
            case UnmatchedArgumentException unmatched ->
                "argument inconnu «\u00a0" + String.join(" ", unmatched.getUnmatched()) + "\u00a0».";
            case MissingParameterException missing ->
                missing.getMissing().isEmpty()
                        ? "il manque une commande."
                        : "il manque " + name(missing.getMissing().getFirst()) + ".";
            case MaxValuesExceededException many -> "une option est donnée trop de fois.";
            default ->
                exception.getArgSpec() == null
                        ? "il manque une commande\u00a0: run, check ou certifications."
                        : "valeur manquante ou impossible pour " + name(exception.getArgSpec()) + ".";
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
