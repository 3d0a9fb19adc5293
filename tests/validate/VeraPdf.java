import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.model.GFModelParser;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** VeraPdf 2b|ua1: reads the path of a PDF per line; answers "clause-test what" for each rule broken, then "end". */
public class VeraPdf {
    private static final int PER_RULE = 100;

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile(arguments[0].equals("2b") ? "PDFA-2B" : "PDFUA-1");
        BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            tell(Path.of(path), profile);
            System.out.println("end");
            System.out.flush();
        }
    }

    private static ValidationProfile profile(String name) throws Exception {
        String resource = "/org/verapdf/pdfa/validation/" + name + ".xml";
        try (InputStream stream = VeraPdf.class.getResourceAsStream(resource)) {
            return Profiles.profileFromXml(stream);
        }
    }

    private static void tell(Path path, ValidationProfile profile) {
        PDFAFlavour flavour = profile.getPDFAFlavour();
        try (InputStream pdf = Files.newInputStream(path);
                PDFAParser parser = GFModelParser.createModelWithFlavour(pdf, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, PER_RULE, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, String> broken = new LinkedHashMap<>();
            for (TestAssertion one : result.getTestAssertions()) {
                String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
                broken.putIfAbsent(rule, one.getMessage() + " " + one.getLocation().getContext());
            }
            if (!result.isCompliant() && broken.isEmpty()) {
                broken.put("?", "not compliant, no reason given");
            }
            broken.forEach((rule, why) -> System.out.println(rule + " " + why.replaceAll("\\s+", " ")));
        } catch (Exception error) {
            System.out.println("unreadable " + String.valueOf(error).replaceAll("\\s+", " "));
        }
    }
}
