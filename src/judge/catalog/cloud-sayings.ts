/** What the clouds answer that do not start a VM: sentences with one meaning, whatever client prints them. */

import type { Saying } from '../signature.ts';

export const CLOUD_SAYINGS: readonly Saying[] = [
  {
    id: 'cloud-security-type',
    general: true,
    // What Azure Compute answers (cloud-api-adaptor#1742, openshift/installer#6733)
    pattern:
      /VM size '?(?<size>[\w-]+)'? is not supported for creation of VMs and Virtual(?: Machine Scale Set with '(?<type>[^']*)' security type)?/,
    title: 'At Azure the size $<size> and the security type of the VM do not go together',
    hint: 'Confidential sizes (DC…, EC…) need the security type ConfidentialVM with a VM guest state, and no other size takes it: name such a size, or switch the type off (cloud-api-adaptor: DISABLECVM).',
  },
  {
    id: 'cloud-parameter',
    general: true,
    // What Azure Resource Manager answers (code InvalidParameter)
    pattern: /Required parameter '?(?<name>[\w.[\]-]+)'? is missing/,
    title: 'The cloud wants a parameter that the request does not have: $<name>',
    hint: 'Give it, or use a template of the API version that is asked: a confidential VM of Azure needs securityType ConfidentialVM, uefiSettings, and securityEncryptionType in osDisk.managedDisk.securityProfile.',
  },
  {
    id: 'cloud-no-capacity',
    general: true,
    // Error codes of Azure Resource Manager, Compute Engine, EC2 and ECS for a VM that they do not start
    pattern:
      /\bVM size \S+ is not available in the current region|\b(?:SkuNotAvailable|AllocationFailed|ZonalAllocationFailed|OverconstrainedAllocationRequest|ZONE_RESOURCE_POOL_EXHAUSTED\w*|InsufficientInstanceCapacity|OperationDenied\.NoStock)\b|does not have enough resources available to fulfill the request/,
    title: 'The cloud does not have this kind of VM here, or not now',
    hint: 'Sizes with TDX are offered in a few regions and zones only: choose another region, zone or size (AZURE_INSTANCE_SIZE, a C3 of Google), or try later.',
  },
  {
    id: 'cloud-quota',
    general: true,
    pattern:
      /\b(?:QuotaExceeded|QUOTA_EXCEEDED|VcpuLimitExceeded|InstanceLimitExceeded)\b|exceeding approved .*\b[Qq]uota/,
    title: 'The quota of the account at the cloud is used up',
    hint: 'Delete VMs that are left over (of peer pods, too), or ask the cloud for more vCPUs of this family.',
  },
  {
    id: 'cloud-image-type',
    general: true,
    // What Azure Compute answers: a gallery image without SecurityType ConfidentialVM(Supported), or one of generation 1
    pattern:
      /Security type of VM is not compatible with the security type of attached OS Disk|cannot boot Hypervisor Generation '?\d|image (?:does not support|is not supported for|is not compatible with) (?:the )?(?:confidential VM )?security type|Confidential VM is not supported for the source id|is not supported for the provided image/i,
    title: 'At Azure the image is not one for confidential VMs',
    hint: 'Its definition in the gallery must be of generation V2 with the feature SecurityType=ConfidentialVMSupported (or ConfidentialVM), and the image must have a kernel that boots as TD or SNP guest.',
  },
  {
    id: 'cloud-google-confidential',
    general: true,
    // What Compute Engine and GKE answer (terraform-google-kubernetes-engine#2418, os-autoinst-distri-opensuse#21997)
    pattern:
      /Confidential nodes? feature is not supported|Confidential Instance Config is only supported|confidential(?:Instance|Compute|Nodes).*(?:not supported|only supported|Invalid value)|[Mm]achine type \S+ does not support (?:confidential|TDX)|\b(?:TDX|Confidential VMs?|CONFIDENTIAL_\w+) (?:is|are) not supported (?:in|on|for|with)|[Mm]aintenance policy must be (?:set to )?TERMINATE|[Oo]nHostMaintenance.*TERMINATE/,
    title: 'At Google machine type, zone, image and kind of confidential VM do not go together',
    hint: 'TDX: a C3 type (c3-standard-*) in a zone that offers it, --confidential-compute-type=TDX (SEV is the default of many clients), --maintenance-policy=TERMINATE, and an image whose guestOsFeatures name TDX_CAPABLE.',
  },
  {
    id: 'cloud-rights',
    general: true,
    // Azure Resource Manager (AuthorizationFailed), Compute Engine, EC2
    pattern:
      /does not have (?:authorization to perform action|permission to perform action\(s\)|authorization to access linked subscription) '?(?<action>[\w./]*\w)|Required '(?<action2>[\w.]+)' permission for|is not authorized to perform:? (?<action3>[\w:*]+)|error (?<action4>UnauthorizedOperation)\b/,
    title: 'The account at the cloud may not do this: $<action>',
    hint: 'Give its role that right (peer pods: the identity of the cloud-api-adaptor, also on the gallery of the image and on the subnet), and wait some minutes until it holds.',
  },
  {
    id: 'cloud-no-image',
    general: true,
    // Error codes of Azure Compute, EC2 and Compute Engine
    pattern:
      /\b(?:GalleryImageNotFound|PlatformImageNotFound|ImageNotFound|InvalidAMIID\.\w+)\b|resource '?projects\/\S*\/images\/(?<name>[\w.-]*\w)'? was not found/,
    title: 'The cloud does not have the image of the VM, or does not show it to this account',
    hint: 'Compare its id with what was uploaded: region, project, gallery and version must be those of the VM (peer pods: AZURE_IMAGE_ID, PODVM_AMI_ID, PODVM_IMAGE_NAME), and the account must be allowed to read it.',
  },
  {
    id: 'cloud-credentials',
    general: true,
    // azidentity 1.8 (Go), AADSTS of Entra ID, google.golang.org/api, aws-sdk-go-v2
    pattern:
      /DefaultAzureCredential: failed|\bAADSTS\d{4,}|could not find default credentials|failed to refresh cached credentials|no EC2 IMDS role found/,
    title: 'The program has no valid credentials for the cloud',
    hint: 'Give it those of its service account: the secret (peer-pods-secret), the workload or managed identity with its federation, or the role of the node; the words name which ones it tried.',
  },
];
