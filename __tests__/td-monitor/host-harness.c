/**
 * Runs the pure parts of the TD monitor on the host, for the tests: a request a line, an answer a line, in JSON. A request is a name and
 * its operands, which are numbers, or bytes in hex (`-` for none, `@FILE` for those of a file). Bytes are kept in memory of exactly
 * their size, so that AddressSanitizer sees each byte that is read beyond.
 */

#include "host-io.h"

static void answer(const struct request *requests, const char *name, int *found)
{
	for (u32 i = 0; requests[i].name != NULL; i++) {
		if (strcmp(requests[i].name, name) != 0)
			continue;
		requests[i].answer();
		*found = 1;
	}
}

int main(void)
{
	char *line = NULL;
	size_t size = 0;

	while (getline(&line, &size, stdin) > 0) {
		const char *name;
		int found = 0;

		line[strcspn(line, "\n")] = '\0';
		name = strtok(line, " ");
		printf("{");
		answer(STRUCTURES, name, &found);
		answer(TABLES, name, &found);
		if (!found)
			fail("unknown request", name);
		printf("}\n");
		fflush(stdout);
	}
	free(line);
	return 0;
}
