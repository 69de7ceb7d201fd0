package fr.minutier.cli;

/** Entry point. */
public final class Minutier {
    private Minutier() {}

    /** Runs the command line. */
    public static void main(String[] args) {
        System.out.println("Minutier");
    }
}
