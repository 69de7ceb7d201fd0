package fr.minutier.bench;

import fr.minutier.act.Press;
import fr.minutier.act.Statements;
import fr.minutier.check.Bordereaux;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** All that print statements in a Java machine. Each is measured in one of its own. */
enum Producer {
    MINUTIER("Minutier", (statements, folder) -> printing(statements.press())),
    SEALED("Minutier, sealed (EC P-256)", (statements, folder) -> printing(statements.sealingPress())),
    FROZEN("floor: ready bytes", (statements, folder) -> {
        Frozen frozen = frozen(statements);
        return content -> {
            new QrPicture(content.code()); // a value like others, that somebody has to make
            return frozen.print(content.number());
        };
    }),
    FROZEN_WITHOUT_CODE("floor: ready bytes, code given", (statements, folder) -> {
        Frozen frozen = frozen(statements);
        return content -> frozen.print(content.number());
    }),
    NAIVE_OPENPDF("OpenPDF, naive", (statements, folder) -> new NaiveOpenPdf()),
    TUNED_OPENPDF("OpenPDF, well tuned", (statements, folder) -> new TunedOpenPdf(first(statements))),
    PDFBOX("PDFBox, direct", (statements, folder) -> new PdfBox(first(statements))),
    JASPER("JasperReports", (statements, folder) -> new Jasper(first(statements))),
    FOP("Apache FOP", (statements, folder) -> new Fop(first(statements), folder)),
    OPENHTMLTOPDF("openhtmltopdf, PDF/UA", (statements, folder) -> new OpenHtmlToPdf(first(statements))),
    FLYING_SAUCER("Flying Saucer", (statements, folder) -> new FlyingSaucer(first(statements), folder));

    private final String title;
    private final Making making;

    private interface Making {
        Peer make(Statements statements, Path folder) throws Exception;
    }

    Producer(String title, Making making) {
        this.title = title;
        this.making = making;
    }

    String title() {
        return title;
    }

    /** Ready to print. */
    Peer make(Statements statements, Path folder) throws Exception {
        return making.make(statements, folder);
    }

    /**
     * The class path that it is measured with, out of that of all: where FOP is, OpenPDF has it set its text; and
     * JasperReports has an OpenPDF of its own, with other names.
     */
    String classPath(String all) {
        List<String> entries = new ArrayList<>(Arrays.asList(all.split(File.pathSeparator)));
        if (this != FOP) {
            entries.removeIf(entry -> Path.of(entry).getFileName().toString().startsWith("fop-"));
        }
        if (this == JASPER) {
            entries.add(Path.of("target/bench/openpdf.jar").toAbsolutePath().toString());
        }
        return entries.stream().collect(Collectors.joining(File.pathSeparator));
    }

    private static Content first(Statements statements) {
        return statements.all().getFirst();
    }

    private static Peer printing(Press press) {
        return content -> press.print(content.act(), Bordereaux.TODAY);
    }

    private static Frozen frozen(Statements statements) throws Exception {
        Peer ours = printing(statements.press());
        List<byte[]> printed = new ArrayList<>();
        for (Content content : statements.all()) {
            printed.add(ours.print(content));
        }
        return new Frozen(printed);
    }
}
