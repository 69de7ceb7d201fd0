package fr.minutier.cli;

import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli would say in English of a wrong use. */
final class FrenchMessages {
    private FrenchMessages() {}

    static String of(ParameterException exception) {
        return switch (exception) {
            case UnmatchedArgumentException unmatched -> unknown(unmatched);
            case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " ne peut être donné qu’une fois.";
            case MissingParameterException missing ->
                missing.getMissing().isEmpty()
                        ? noCommand(missing)
                        : missing(missing.getMissing().getFirst());
            default -> exception.getArgSpec() == null ? noCommand(exception) : wrongValue(exception.getArgSpec());
        };
    }

    private static String noCommand(ParameterException exception) {
        return "indiquez une commande\u00a0: " + commands(exception) + ".";
    }

    private static String unknown(UnmatchedArgumentException unmatched) {
        String word = unmatched.getUnmatched().getFirst();
        String quoted = "«\u00a0" + word + "\u00a0»";
        if (unmatched.isUnknownOption()) {
            return "l’option " + quoted + " n’existe pas" + meant(unmatched.getSuggestions());
        }
        return commands(unmatched).isEmpty()
                ? "l’argument " + quoted + " est de trop."
                : "la commande " + quoted + " n’existe pas\u00a0; commandes\u00a0: " + commands(unmatched) + ".";
    }

    private static String meant(List<String> near) {
        return near.isEmpty() ? "." : "\u00a0; vouliez-vous écrire " + near.getFirst() + "\u00a0?";
    }

    private static String missing(ArgSpec argument) {
        return argument instanceof OptionSpec
                ? "il manque une valeur après " + name(argument) + "."
                : "indiquez au moins un " + argument.paramLabel() + ".";
    }

    private static String wrongValue(ArgSpec argument) {
        return argument.arity().max() == 0
                ? name(argument) + " s’écrit sans valeur."
                : "la valeur de " + name(argument) + " ne convient pas.";
    }

    private static String commands(ParameterException exception) {
        return String.join(", ", exception.getCommandLine().getSubcommands().keySet());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
