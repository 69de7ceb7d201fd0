package fr.minutier.cli;

import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code certifications}: what the library holds, and what one definition says. */
@Command(
        name = "certifications",
        description =
                "Liste les certifications définies, ou en explique une\u00a0: blocs, épreuves, règles et sources.")
final class CertificationsCommand implements Callable<Integer> {
    @Mixin
    Folders folders = new Folders();

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "Code de la certification à expliquer.")
    @Nullable
    String code;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Affiche cette aide.")
    boolean help;

    @Override
    public Integer call() throws Exception {
        CertificationLibrary library =
                new CertificationLibrary(folders.workplace(Path.of("")).templates());
        if (code == null) {
            library.all()
                    .forEach(certification -> System.out.println(
                            certification.code() + "  " + certification.title() + ", niveau " + certification.level()));
            System.out.println("Pour en lire une\u00a0: ./minutier certifications CODE");
            return ExitStatus.DONE;
        }
        Optional<Certification> found = library.find(code);
        if (found.isEmpty()) {
            System.err.println("minutier\u00a0: la certification «\u00a0" + code
                    + "\u00a0» n’a pas de définition. Codes connus\u00a0: "
                    + library.all().stream().map(Certification::code).collect(Collectors.joining(", ")) + ".");
            return ExitStatus.WRONG_USE;
        }
        System.out.print(Explanation.of(found.get()));
        return ExitStatus.DONE;
    }
}
