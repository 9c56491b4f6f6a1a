/**
 * How glibc spells errors of the system in other languages (po/{de,fr,es,it,pt_BR,ru,zh_CN,ja}.po of glibc 2.36): programs and
 * shells that follow the user’s locale print these.
 */

/** The name of the error, and its texts. */
const TEXTS: readonly (readonly [name: string, ...texts: string[]])[] = [
  [
    'EPERM',
    'Die Operation ist nicht erlaubt',
    'Opération non permise',
    'Operación no permitida',
    'Operazione non permessa',
    'Operação não permitida',
    'Операция не позволена',
    '不允许的操作',
    '許可されていない操作です',
  ],
  [
    'ENOENT',
    'Datei oder Verzeichnis nicht gefunden',
    'Aucun fichier ou dossier de ce type',
    'No existe el fichero o el directorio',
    'File o directory non esistente',
    'Arquivo ou diretório inexistente',
    'Нет такого файла или каталога',
    '没有那个文件或目录',
    'そのようなファイルやディレクトリはありません',
  ],
  [
    'EIO',
    'Eingabe-/Ausgabefehler',
    "Erreur d'entrée/sortie",
    'Error de entrada/salida',
    'Errore di input/output',
    'Erro de entrada/saída',
    'Ошибка ввода/вывода',
    '输入/输出错误',
    '入力/出力エラーです',
  ],
  [
    'ENOMEM',
    'Nicht genügend Hauptspeicher verfügbar',
    'Ne peut allouer de la mémoire',
    'No se pudo asignar memoria',
    'Impossibile allocare memoria',
    'Não foi possível alocar memória',
    'Невозможно выделить память',
    '无法分配内存',
    'メモリを確保できません',
  ],
  [
    'EACCES',
    'Keine Berechtigung',
    'Permission non accordée',
    'Permiso denegado',
    'Permesso negato',
    'Permissão negada',
    'Отказано в доступе',
    '权限不够',
    '許可がありません',
  ],
  [
    'EBUSY',
    'Das Gerät oder die Ressource ist belegt',
    'Périphérique ou ressource occupé',
    'Dispositivo o recurso ocupado',
    'Dispositivo o risorsa occupata',
    'Dispositivo ou recurso está ocupado',
    'Устройство или ресурс занято',
    '设备或资源忙',
    'デバイスもしくはリソースがビジー状態です',
  ],
  [
    'EEXIST',
    'Die Datei existiert bereits',
    'Le fichier existe',
    'El fichero ya existe',
    'File già esistente',
    'Arquivo existe',
    'Файл существует',
    '文件已存在',
    'ファイルが存在します',
  ],
  [
    'ENOSPC',
    'Auf dem Gerät ist kein Speicherplatz mehr verfügbar',
    'Aucun espace disponible sur le périphérique',
    'No queda espacio en el dispositivo',
    'Spazio esaurito sul device',
    'Não há espaço disponível no dispositivo',
    'На устройстве не осталось свободного места',
    '设备上没有空间',
    'デバイスに空き領域がありません',
  ],
  [
    'EROFS',
    'Das Dateisystem ist nur lesbar',
    'Système de fichiers accessible en lecture seulement',
    'Sistema de ficheros de sólo lectura',
    'File system in sola lettura',
    'Sistema de arquivos somente para leitura',
    'Файловая система доступна только для чтения',
    '只读文件系统',
    '読み込み専用ファイルシステムです',
  ],
  [
    'EADDRINUSE',
    'Die Adresse wird bereits verwendet',
    'Adresse déjà utilisée',
    'La dirección ya se está usando',
    'Indirizzo già in uso',
    'Endereço já em uso',
    'Адрес уже используется',
    '地址已在使用',
    'アドレスは既に使用中です',
  ],
  [
    'ETIMEDOUT',
    'Die Wartezeit für die Verbindung ist abgelaufen',
    "Connexion terminée par expiration du délai d'attente",
    'Expiró el tiempo de conexión',
    'Connessione scaduta',
    'Tempo esgotado para conexão',
    'Время ожидания соединения истекло',
    '连接超时',
    '接続がタイムアウトしました',
  ],
  [
    'ECONNREFUSED',
    'Verbindungsaufbau abgelehnt',
    'Connexion refusée',
    'Conexión rehusada',
    'Connessione rifiutata',
    'Conexão recusada',
    'В соединении отказано',
    '拒绝连接',
    '接続を拒否されました',
  ],
];

/** The text in another language, and the name of its error. */
export const TRANSLATED: ReadonlyMap<string, string> = new Map(
  TEXTS.flatMap(([name, ...texts]) => texts.map((text) => [text, name] as const)),
);

const ALL = [...TRANSLATED.keys()];
const LATIN = /[a-z]{3}/i;

/** The texts, for a pattern: none has a sign that means something there but the solidus, which a pattern made of a text may have. */
export const TRANSLATED_TEXTS = ALL.join('|');
/** The texts in Latin letters, which announce the pattern that is made of them. */
export const LATIN_TEXTS = ALL.filter((text) => LATIN.test(text)).join('|');
/** The other texts. V8 passes over a pattern of these in a line of ASCII. */
export const OTHER_TEXTS = ALL.filter((text) => !LATIN.test(text)).join('|');
