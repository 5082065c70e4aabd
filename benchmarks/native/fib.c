/* Nanoseconds of a lookup of DPDK's rte_fib (DIR24_8) and rte_fib6 (trie): reads a list and addresses from files, then takes a sample for each
 * line of its standard input and answers with the nanoseconds of a lookup and the number of addresses that are listed. */
#include <arpa/inet.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <rte_eal.h>
#include <rte_errno.h>
#include <rte_fib.h>
#include <rte_fib6.h>
#include <rte_memory.h>

#define BURST 64u
#define SAMPLE_NS 2000000u
#define IPV4_BYTES 4u
#define IPV6_BYTES 16u

struct prefix {
	uint8_t address[IPV6_BYTES];
	uint8_t length;
};

static void die(const char *what)
{
	fprintf(stderr, "fib: %s (%s)\n", what, rte_strerror(rte_errno));
	exit(1);
}

static struct prefix *read_list(const char *path, int family, uint32_t *count)
{
	FILE *file = fopen(path, "r");
	struct prefix *list = NULL;
	char address[64];
	unsigned int length;
	uint32_t size = 0;

	if (file == NULL)
		die(path);
	for (*count = 0; fscanf(file, "%63[^/]/%u ", address, &length) == 2; (*count)++) {
		if (*count == size) {
			size = size == 0 ? 1024 : size * 2;
			list = realloc(list, size * sizeof(*list));
			if (list == NULL)
				die("no memory");
		}
		list[*count].length = (uint8_t)length;
		if (inet_pton(family, address, list[*count].address) != 1)
			die(address);
	}
	fclose(file);
	return list;
}

static uint8_t *read_queries(const char *path, uint32_t width, uint32_t *count)
{
	FILE *file = fopen(path, "rb");
	uint8_t *queries;
	long size;

	if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) <= 0)
		die(path);
	rewind(file);
	queries = malloc((size_t)size);
	if (queries == NULL || fread(queries, 1, (size_t)size, file) != (size_t)size)
		die(path);
	fclose(file);
	*count = (uint32_t)((size_t)size / width);
	return queries;
}

/* An entry's index and one more is its next hop, zero says that none holds the address: in as few bytes as that takes. */
static struct rte_fib *create_ipv4(const struct prefix *list, uint32_t count)
{
	struct rte_fib_conf conf = { .type = RTE_FIB_DIR24_8, .default_nh = 0, .max_routes = (int)count + 1 };
	uint32_t longer = 1;
	struct rte_fib *fib;

	for (uint32_t i = 0; i < count; i++)
		longer += list[i].length > 24;
	conf.dir24_8.nh_sz = count < 127 ? RTE_FIB_DIR24_8_1B : count < 32767 && longer < 32767 ? RTE_FIB_DIR24_8_2B : RTE_FIB_DIR24_8_4B;
	/* The number of second tables has to fit a next hop as well. */
	conf.dir24_8.num_tbl8 = conf.dir24_8.nh_sz == RTE_FIB_DIR24_8_1B ? 127 : longer;
	fib = rte_fib_create("fib", SOCKET_ID_ANY, &conf);
	if (fib == NULL)
		die("rte_fib_create");
	for (uint32_t i = 0; i < count; i++) {
		uint32_t address;

		memcpy(&address, list[i].address, IPV4_BYTES);
		if (rte_fib_add(fib, ntohl(address), list[i].length, i + 1) != 0)
			die("rte_fib_add");
	}
	/* The quickest that this processor has. */
	rte_fib_select_lookup(fib, RTE_FIB_LOOKUP_DEFAULT);
	return fib;
}

static struct rte_fib6 *create_ipv6(const struct prefix *list, uint32_t count)
{
	struct rte_fib6_conf conf = { .type = RTE_FIB6_TRIE, .default_nh = 0, .max_routes = (int)count + 1 };
	uint32_t tables = 1;
	struct rte_fib6 *fib;

	for (uint32_t i = 0; i < count; i++)
		tables += list[i].length > 24 ? (list[i].length - 17u) / 8 : 0;
	conf.trie.nh_sz = count < 32767 && tables < 32767 ? RTE_FIB6_TRIE_2B : RTE_FIB6_TRIE_4B;
	conf.trie.num_tbl8 = tables;
	fib = rte_fib6_create("fib6", SOCKET_ID_ANY, &conf);
	if (fib == NULL)
		die("rte_fib6_create");
	for (uint32_t i = 0; i < count; i++)
		if (rte_fib6_add(fib, list[i].address, list[i].length, i + 1) != 0)
			die("rte_fib6_add");
	rte_fib6_select_lookup(fib, RTE_FIB6_LOOKUP_DEFAULT);
	return fib;
}

static uint64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static void look_up(struct rte_fib *fib, struct rte_fib6 *fib6, uint8_t *queries, uint64_t *hops, uint32_t count)
{
	for (uint32_t i = 0; i < count; i += BURST)
		if (fib != NULL)
			rte_fib_lookup_bulk(fib, (uint32_t *)queries + i, hops + i, BURST);
		else
			rte_fib6_lookup_bulk(fib6, (uint8_t(*)[IPV6_BYTES])queries + i, hops + i, BURST);
}

int main(int argc, char **argv)
{
	char *eal[] = { argv[0], "--no-huge", "--no-pci", "--no-telemetry", "--log-level=error", "--no-shconf", "-m", "1024" };
	struct rte_fib *fib = NULL;
	struct rte_fib6 *fib6 = NULL;
	uint32_t entries, count;
	struct prefix *list;
	uint8_t *queries;
	uint64_t *hops;
	char line[16];

	if (argc != 4 || (strcmp(argv[1], "4") != 0 && strcmp(argv[1], "6") != 0)) {
		fprintf(stderr, "usage: fib 4|6 LIST ADDRESSES\n");
		return 1;
	}
	if (rte_eal_init(sizeof(eal) / sizeof(*eal), eal) < 0)
		die("rte_eal_init");
	if (argv[1][0] == '4') {
		list = read_list(argv[2], AF_INET, &entries);
		queries = read_queries(argv[3], IPV4_BYTES, &count);
		fib = create_ipv4(list, entries);
		for (uint32_t i = 0; i < count; i++)
			((uint32_t *)queries)[i] = ntohl(((uint32_t *)queries)[i]);
	} else {
		list = read_list(argv[2], AF_INET6, &entries);
		queries = read_queries(argv[3], IPV6_BYTES, &count);
		fib6 = create_ipv6(list, entries);
	}
	hops = calloc(count, sizeof(*hops));
	if (hops == NULL || count % BURST != 0)
		die("the number of addresses is not one of whole bursts");

	puts("ready");
	fflush(stdout);
	while (fgets(line, sizeof(line), stdin) != NULL) {
		uint32_t passes = 0, listed = 0;
		uint64_t begin, elapsed;

		/* A pass that does not count fills the caches, which the other contestant had. */
		look_up(fib, fib6, queries, hops, count);
		begin = now();
		do {
			look_up(fib, fib6, queries, hops, count);
			passes++;
			elapsed = now() - begin;
		} while (elapsed < SAMPLE_NS);
		for (uint32_t i = 0; i < count; i++)
			listed += hops[i] != 0;
		printf("%.4f %" PRIu32 "\n", (double)elapsed / ((double)passes * count), listed);
		fflush(stdout);
	}
	rte_fib_free(fib);
	rte_fib6_free(fib6);
	return 0;
}
