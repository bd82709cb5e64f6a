package org.tidemark.conformance;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;

/** The project's own definitions, by their canonical address. */
final class Definitions extends PrePopulatedValidationSupport {
    private final Map<String, MetadataResource> byAddress = new TreeMap<>();

    Definitions(FhirContext context, Path folder) throws IOException {
        super(context);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
                var resource = (MetadataResource) context.newJsonParser().parseResource(Files.readString(file));
                addResource(resource);
                byAddress.put(resource.getUrl(), resource);
            }
        }
    }

    /** The parent does not find a Questionnaire. */
    @Override
    public <T extends IBaseResource> T fetchResource(Class<T> kind, String address) {
        MetadataResource found = byAddress.get(address);
        return kind.isInstance(found) ? kind.cast(found) : super.fetchResource(kind, address);
    }
}
