package fr.minutier.bench;

/** A bare Java machine. */
final class Nothing {
    public static void main(String[] arguments) {
        System.out.println("rien");
    }
}
