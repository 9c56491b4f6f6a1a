/** Errors of Mbed TLS, by which Gramine and others end a handshake. */

import { type Names, namesOf } from './names.ts';

/** Mbed TLS 3.6 include/mbedtls/{ssl,x509,net_sockets}.h: the number without its sign, in hexadecimal digits. */
export const MBEDTLS: Names = namesOf(`
44 NET_CONNECT_FAILED, 4c NET_RECV_FAILED, 4e NET_SEND_FAILED, 50 NET_CONN_RESET, 52 NET_UNKNOWN_HOST,
2700 X509_CERT_VERIFY_FAILED, 3000 X509_FATAL_ERROR, 6800 SSL_TIMEOUT, 6e00 SSL_HANDSHAKE_FAILURE,
7200 SSL_INVALID_RECORD, 7280 SSL_CONN_EOF, 7300 SSL_DECODE_ERROR, 7680 SSL_CA_CHAIN_REQUIRED,
7780 SSL_FATAL_ALERT_MESSAGE, 7880 SSL_PEER_CLOSE_NOTIFY, 7a00 SSL_BAD_CERTIFICATE`);
